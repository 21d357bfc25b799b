import { options, render } from "preact";
import { keepApp } from "./doors/app_kept.ts";
import { openDoors } from "./doors/open_doors.ts";
import { lettersCame } from "./paint/letters.ts";
import { turnFirst } from "./paint/turn_first.ts";
import { App } from "./panels/app.tsx";
import { DoorsGiven } from "./panels/doors.ts";
import { sharpenPage } from "./panels/parts/contrast.ts";
import { keepFocus } from "./panels/parts/keep_focus.ts";
import { sizeText } from "./panels/parts/text_size.ts";
import { dressPage } from "./panels/parts/theme.ts";
import { followAddress } from "./panels/route.ts";
import { sendForRareLetters } from "./style/rare_letters.ts";
import "./style/index.css";

options.debounceRendering = (panels) => turnFirst.render(panels);
dressPage();
sharpenPage();
sizeText();
keepFocus();
followAddress();

const place = document.getElementById("app");
if (place !== null) {
  render(
    <DoorsGiven value={openDoors(location.origin)}>
      <App />
    </DoorsGiven>,
    place,
  );
}
document.fonts.addEventListener("loadingdone", lettersCame);
sendForRareLetters(lettersCame);

// After the page itself: on a narrow link the first screen comes before everything.
if (document.readyState === "complete") void keepApp();
else addEventListener("load", () => void keepApp());
