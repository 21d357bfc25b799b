"""What makes a screen usable by anyone: names, sizes of targets, a visible focus, no sideways."""

from dataclasses import dataclass
from typing import Any

from tests.browser.devices import Device
from tests.browser.frames import frame
from tests.browser.tablet import Tablet

FRAMES = 90
"""Frames a screen may take to follow a change of size: 1.5 s on an idle machine."""

SMALLEST = 44
"""CSS pixels of a target's shorter side: WCAG 2.2 AAA 2.5.5; the product aims at 48."""

NAMED_ROLES = {
    "button", "checkbox", "combobox", "dialog", "img", "image", "link", "listbox", "navigation",
    "radio", "searchbox", "slider", "spinbutton", "switch", "textbox", "toolbar",
}  # fmt: skip

_TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  // What a box around it cuts off makes nothing scroll.
  const isCut = (each) => {
    for (let up = each.parentElement; up !== null && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== "visible") return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll("*")].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width > 0 && box.right > room + 1 && !isCut(each);
  });
  return out.slice(0, 3).map((each) => `${each.tagName}.${each.className} ends beyond ${room} px`);
}"""

_TOO_SMALL = """(smallest) => {
  const modal = document.querySelector("dialog[open]");
  const targets = (modal ?? document).querySelectorAll(
    "button, a[href], select, summary, textarea, input:not(.unseen), [role=switch]");
  const look = { visibilityProperty: true, opacityProperty: true };
  const visible = (each) => each.checkVisibility(look);
  const small = [];
  for (const each of targets) {
    if (!visible(each)) continue;
    // As large as its print on the page: fingers reach it through the sheet, which is generous.
    if (each.matches(".page-link")) continue;
    // What is pressed for a small box is the label around it.
    const box = (each.closest("label") ?? each).getBoundingClientRect();
    if (box.width === 0 || Math.min(box.width, box.height) >= smallest - 0.5) continue;
    const name = each.getAttribute("aria-label") ?? each.textContent.trim().slice(0, 30);
    small.push(`${each.tagName}.${each.className} "${name}": `
      + `${Math.round(box.width)} x ${Math.round(box.height)}`);
  }
  return small;
}"""

_FOCUS = """() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const seen = [at, at.closest("label"), at.nextElementSibling].filter((each) => each !== null);
  const ringed = seen.some((each) => {
    const style = getComputedStyle(each);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return outlined || style.boxShadow !== "none";
  });
  const name = at.getAttribute("data-testid") ?? at.getAttribute("aria-label") ?? at.textContent;
  return { name: `${at.tagName} ${name.trim().slice(0, 40)}`, ringed };
}"""


@dataclass(frozen=True, slots=True)
class Focused:
    """What the keyboard is on, and whether one can see it."""

    name: str
    ringed: bool


async def too_wide(tablet: Tablet) -> list[str]:
    """What makes the screen scroll sideways."""
    return list(await tablet.page.evaluate(_TOO_WIDE))


async def too_small(tablet: Tablet) -> list[str]:
    """Targets a finger would miss, of the dialog in front if there is one."""
    return list(await tablet.page.evaluate(_TOO_SMALL, SMALLEST))


async def misfits(tablet: Tablet, device: Device) -> list[str]:
    """What does not fit this device, once the screen has had time to lay itself out anew."""
    found: list[str] = []
    for _ in range(FRAMES):
        found = await too_wide(tablet)
        if device.touch:
            found += await too_small(tablet)
        if not found:
            break
        await frame(tablet.page)
    return found


async def nameless(tablet: Tablet) -> list[str]:
    """Things in the accessibility tree that need a name and have none."""
    cdp = await tablet.page.context.new_cdp_session(tablet.page)
    nodes: list[dict[str, Any]] = (await cdp.send("Accessibility.getFullAXTree"))["nodes"]
    await cdp.detach()
    return [
        f"{node['role']['value']} without a name"
        for node in nodes
        if not node["ignored"]
        and node["role"]["value"] in NAMED_ROLES
        and not node.get("name", {}).get("value", "").strip()
    ]


async def focused(tablet: Tablet) -> Focused | None:
    """What has the keyboard's focus; None for the page itself."""
    found = await tablet.page.evaluate(_FOCUS)
    return None if found is None else Focused(found["name"], found["ringed"])
