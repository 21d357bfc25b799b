"""axe-core in the page: what the WCAG rules that a machine can check find wrong."""

from typing import Any, Final

from tests.browser.tablet import Tablet
from tests.support.npm import CLIENT

SCRIPT: Final = CLIENT / "node_modules" / "axe-core" / "axe.min.js"

RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_RUN = """async (options) => {
  // A colour halfway from one look to the next is none of either.
  const passing = document.getAnimations().filter(
    (each) => Number.isFinite(each.effect.getComputedTiming().endTime));
  await Promise.all(passing.map((each) => each.finished.catch(() => null)));
  const { violations } = await axe.run(document, { ...options, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => {
    const [check] = [...node.any, ...node.all, ...node.none];
    return `${id}: ${node.target.join(" ")}: ${check?.message ?? ""}`;
  }));
}"""


async def violations(tablet: Tablet) -> list[str]:
    """Every rule that is broken here, with the part of the screen that breaks it."""
    return await _found(tablet, {"runOnly": RULES})


async def pale(tablet: Tablet) -> list[str]:
    """Letters that do not stand out enough from what is behind them."""
    return await _found(tablet, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})


async def _found(tablet: Tablet, options: dict[str, Any]) -> list[str]:
    if not await tablet.page.evaluate("() => 'axe' in window"):
        # By the debugger's door: the page's own policy would not let a script in.
        await tablet.page.evaluate(SCRIPT.read_text())
    return list(await tablet.page.evaluate(_RUN, options))
