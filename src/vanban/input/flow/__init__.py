"""From words placed on pages to running text: lines, columns, tables, paragraphs."""
