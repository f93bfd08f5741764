"""The rooms of the public: no account, no script, nothing but what was published."""
