import { language, speak, words } from "../../words/words.ts";
import { Choice } from "./choice.tsx";
import { chooseContrast, strongContrast } from "./contrast.ts";
import { Switch } from "./switch.tsx";
import { chooseTextSize, TEXT_SIZES, textSize } from "./text_size.ts";
import { chooseTheme, theme } from "./theme.ts";

/** How this tablet shows everything: size of type, light or dark, contrast, language. */
export function SightSettings() {
  const w = words.value.sight;
  return (
    <>
      <Choice
        label={w.text}
        chosen={textSize.value}
        options={TEXT_SIZES.map((size) => ({
          value: size,
          label: w.sizes[size],
          sample: `sample ${size}`,
        }))}
        onChoose={chooseTextSize}
        testid="text-size"
      />
      <Choice
        label={w.theme}
        chosen={theme.value}
        options={[
          { value: "device", label: w.themeDevice },
          { value: "light", label: w.themeLight },
          { value: "dark", label: w.themeDark },
        ]}
        onChoose={chooseTheme}
        testid="theme"
      />
      <Switch
        label={w.contrast}
        hint={w.contrastHint}
        checked={strongContrast.value}
        testid="contrast"
        onChange={chooseContrast}
      />
      <Choice
        label={w.language}
        chosen={language.value}
        options={[
          { value: "ko", label: "한국어", lang: "ko" },
          { value: "en", label: "English", lang: "en" },
        ]}
        onChoose={speak}
      />
    </>
  );
}
