"""How long a browser takes to decode an image: in the machine's own Chromium, if there is one."""

import base64
import shutil
from collections.abc import Sequence
from typing import Final

from playwright.async_api import async_playwright

from tests.browser.chromium import QUIET

DECODE: Final = """async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const image = new Blob([bytes]);
    const times = [];
    for (let round = 0; round < 5; round += 1) {
        const begun = performance.now();
        const bitmap = await createImageBitmap(image);
        times.push(performance.now() - begun);
        bitmap.close();
    }
    return times.sort((one, other) => one - other)[2];
}"""


async def decoding(images: Sequence[bytes]) -> list[float] | None:
    """Milliseconds for each image, the median of five; None without a Chromium."""
    found = shutil.which("chromium")
    if found is None:
        return None
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=QUIET)
        try:
            page = await browser.new_page()
            encoded = [base64.b64encode(image).decode() for image in images]
            return [float(await page.evaluate(DECODE, image)) for image in encoded]
        finally:
            await browser.close()
