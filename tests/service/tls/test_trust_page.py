"""The trust page: the steps in both languages, the file, the fingerprint, and nothing else."""

from datetime import UTC, datetime

import httpx2
import pytest
from cryptography import x509

from service.tls.authority import fingerprint, made_authority
from service.tls.trust_page import TrustPage

AUTHORITY = made_authority("h", ["10.0.0.1"], datetime(2026, 11, 22, tzinfo=UTC)).certificate


@pytest.fixture
def browser() -> httpx2.AsyncClient:
    page = TrustPage(AUTHORITY, "http://10.0.0.1:8301/trust", "https://10.0.0.1:8300")
    transport = httpx2.ASGITransport(page)
    return httpx2.AsyncClient(transport=transport, base_url="http://10.0.0.1:8301")


async def test_the_steps_stand_in_both_languages(browser: httpx2.AsyncClient) -> None:
    answer = await browser.get("/trust")
    assert answer.status_code == 200
    for said in ('lang="ko"', 'lang="en"', "Android", "iPad", "인증서 신뢰 설정", "Trust Settings"):
        assert said in answer.text
    assert answer.text.count(fingerprint(AUTHORITY)) == 2
    assert answer.text.count('href="https://10.0.0.1:8300"') == 2
    assert "<svg" in answer.text
    assert "$" not in answer.text


async def test_the_file_is_the_authority_as_tablets_install_it(
    browser: httpx2.AsyncClient,
) -> None:
    answer = await browser.get("/trust/hanjang-ca.crt")
    assert answer.headers["content-type"] == "application/x-x509-ca-cert"
    assert x509.load_der_x509_certificate(answer.content) == AUTHORITY


@pytest.mark.parametrize("path", ["/", "/join", "/trust/../secret", "/trust/authority.key"])
async def test_anything_else_leads_to_the_page(browser: httpx2.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert (answer.status_code, answer.headers["location"]) == (307, "/trust")


async def test_nothing_is_taken_in_and_nothing_foreign_loaded(browser: httpx2.AsyncClient) -> None:
    assert (await browser.post("/trust", content=b"x")).status_code == 405
    policy = (await browser.get("/trust")).headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
