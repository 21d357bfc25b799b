"""`hanjang tls`, then `hanjang serve`: who trusts the authority alone comes in over TLS."""

import json
import os
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from websockets.asyncio.client import connect

from tests.support.running_service import ROOT, RunningService, running_service

LAN = "192.0.2.77"
"""Another address of the house's; nobody's (RFC 5737)."""


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[RunningService]:
    made = hanjang_tls(tmp_path / "data")
    assert made.returncode == 0, made.stderr
    with running_service(tmp_path / "data", {"HANJANG_TLS_NAMES": json.dumps([LAN])}) as service:
        yield service


async def test_a_tablet_that_trusts_the_house_needs_no_exception(secured: RunningService) -> None:
    trusting = ssl.create_default_context(cafile=secured.data / "tls" / "authority.crt")
    assert secured.origin.startswith("https://127.0.0.1:")
    async with httpx2.AsyncClient(verify=trusting, trust_env=False) as client:
        answer = await client.get(f"{secured.origin}/healthz")
        assert answer.status_code == 200
    address = f"wss{secured.origin.removeprefix('https')}/api/socket"
    async with connect(address, ssl=trusting, proxy=None) as socket:
        assert socket.state.name == "OPEN"
    async with httpx2.AsyncClient(trust_env=False) as stranger:
        with pytest.raises(httpx2.ConnectError):
            await stranger.get(f"{secured.origin}/healthz")


async def test_the_trust_page_serves_the_very_authority_over_plain_http(
    secured: RunningService,
) -> None:
    url = secured.announced["trust"]
    assert url.startswith("http://127.0.0.1:")
    async with httpx2.AsyncClient(trust_env=False) as client:
        assert secured.origin in (await client.get(url)).text
        file = await client.get(f"{url}/hanjang-ca.crt")
    pem = (secured.data / "tls" / "authority.crt").read_text()
    assert ssl.DER_cert_to_PEM_cert(file.content) == pem


def test_run_twice_it_keeps_what_there_is(tmp_path: Path) -> None:
    first, second = hanjang_tls(tmp_path), hanjang_tls(tmp_path)
    assert "Certificate made" in first.stdout
    assert "Certificate kept" in second.stdout
    fingerprints = [done.stdout.split("(SHA-256):")[1].split()[:2] for done in (first, second)]
    assert fingerprints[0] == fingerprints[1]


def hanjang_tls(data: Path) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "service", "tls", "--host", "127.0.0.1", "--data", str(data)],
        cwd=ROOT,
        env=os.environ | {"HANJANG_TLS_NAMES": json.dumps([LAN])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
