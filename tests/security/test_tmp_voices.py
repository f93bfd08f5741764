import pytest
from security.matrix import ASKING, differing
from security.places import *
from security.test_one_event import *
from security.writes import WRITES
MINE=[n for n in ("campaign","campaign-delegate","campaign-load","campaign-new","campaign-report","campaign-require","campaigns","meeting","meeting-new","meeting-worker","meetings","reports")]
def test_mine(province):
    out=[]
    for role in ASKING: out+=differing(province, role, MINE)
    assert out==[]
