"""What a tablet loads before it shows anything stays small: 150 KiB packed, fonts aside."""

import gzip
import re

from tests.support.running_service import ROOT

WEB = ROOT / "service" / "web"
MOST = 150 * 1024

_NAMED = re.compile(r'(?:src|href)="(/[^"]+\.(?:js|css))"')


def test_the_first_load_is_small() -> None:
    page = (WEB / "index.html").read_text()
    named = _NAMED.findall(page)
    assert {name.rpartition(".")[2] for name in named} == {"js", "css"}
    packed = {name: len(gzip.compress((WEB / name[1:]).read_bytes())) for name in named}
    assert len(gzip.compress(page.encode())) + sum(packed.values()) <= MOST, packed
