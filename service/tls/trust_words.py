"""What the trust page says, in Korean and in English, and how it looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Steps:
    """One language's words; each step names what is really written on the tablet."""

    lang: str
    title: str
    why: str
    bounds: str
    get: str
    android: tuple[str, ...]
    apple: tuple[str, ...]
    then: str
    check: str


KO = Steps(
    lang="ko",
    title="이 태블릿에서 한장을 안전하게 여는 방법",
    why=(
        "한 번만 하면 됩니다. 그 뒤로는 주소에 경고가 나오지 않고, 회의자료가 태블릿에 담겨 "
        "네트워크가 끊겨도 읽고 쓸 수 있습니다."
    ),
    bounds=(
        "이 인증서는 우리 네트워크 안의 주소만 보증합니다. 은행이나 다른 사이트에는 아무 "
        "영향이 없습니다."
    ),
    get="1. 인증서 받기",
    android=(
        "위의 ‘인증서 받기’를 누르고, 받은 파일을 저장합니다.",
        "설정을 열어 검색에서 ‘CA 인증서’를 찾습니다. "
        "(보안 및 개인정보 보호 → 기타 보안 설정 → 기기 저장공간에서 설치 → CA 인증서)",
        "‘그래도 설치’를 누르고, 받은 파일 hanjang-ca.crt를 고릅니다.",
    ),
    apple=(
        "Safari에서 위의 ‘인증서 받기’를 누르고 ‘허용’을 누릅니다.",
        "설정을 열어 맨 위의 ‘프로파일이 다운로드됨’ → ‘설치’를 누릅니다.",
        "설정 → 일반 → 정보 → 맨 아래 ‘인증서 신뢰 설정’에서 한장을 켭니다.",
    ),
    then="3. 이제 이 주소로 들어갑니다",
    check=(
        "받은 파일이 진짜인지 보려면: 태블릿에 보이는 SHA-256 지문이 서버 화면(hanjang tls)에 "
        "나온 지문과 같은지 견줍니다. 이 페이지의 것만 믿지 마세요."
    ),
)
EN = Steps(
    lang="en",
    title="Open Hanjang securely on this tablet",
    why=(
        "Once is enough. After that the address shows no warning, and the papers are kept on the "
        "tablet: you read and write on when the network is gone."
    ),
    bounds=(
        "The certificate vouches for addresses of our own network alone. It changes nothing for "
        "your bank or any other site."
    ),
    get="1. Get the certificate",
    android=(
        "Press the button above and save the file.",
        "Open Settings and search for ‘CA certificate’ (Security and privacy → More security "
        "settings → Install from device storage → CA certificate).",
        "Press ‘Install anyway’ and choose the file hanjang-ca.crt.",
    ),
    apple=(
        "In Safari press the button above, then ‘Allow’.",
        "Open Settings, press ‘Profile Downloaded’ at the top, then ‘Install’.",
        "Settings → General → About → ‘Certificate Trust Settings’ (at the bottom): switch "
        "Hanjang on.",
    ),
    then="3. Now go to this address",
    check=(
        "To be sure that the file is the right one, compare the SHA-256 fingerprint on the tablet "
        "with the one on the server's own screen (hanjang tls). Do not trust this page alone."
    ),
)

SECTION = """
<section lang="$lang">
<h1>$title</h1>
<p>$why</p>
<p class="quiet">$bounds</p>
<p><a class="button" href="$file">$get</a></p>
<h2>2. Android</h2><ol>$android</ol>
<h2>2. iPad · iPhone</h2><ol>$apple</ol>
<h2>$then</h2>
<p><a class="address" href="$service">$service</a></p>
<p class="quiet">$check</p>
<p class="fingerprint">SHA-256 $fingerprint</p>
</section>
"""

PAGE = """<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>한장 · 인증서 / Hanjang certificate</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 24px; max-width: 44rem; background: Canvas; color: CanvasText;
  font: 1.125rem/1.6 "Pretendard GOV", "Noto Sans KR", "Apple SD Gothic Neo", sans-serif;
  word-break: keep-all; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.3; }
h2 { font-size: 1.25rem; margin: 1.5em 0 0.25em; }
ol { margin: 0; padding-left: 1.5em; }
li { margin: 0.4em 0; }
section + section { margin-top: 2.5rem; border-top: 1px solid GrayText; }
.button { display: inline-block; padding: 14px 24px; border-radius: 8px; background: #0b50d0;
  color: #fff; font-weight: 700; text-decoration: none; }
.address { font-size: 1.25rem; font-weight: 700; display: inline-block; padding: 10px 0; }
.quiet { font-size: 1rem; }
.fingerprint { font: 0.95rem/1.5 ui-monospace, monospace; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
figure { margin: 2.5rem 0 0; text-align: center; }
figure svg { max-width: 100%; height: auto; background: #fff; }
</style>
</head>
<body>
<main>$korean $english</main>
<figure>$qr
<figcaption>다른 태블릿에서는 이 코드를 찍으세요 / Scan this with the next tablet</figcaption>
</figure>
</body>
</html>
"""
