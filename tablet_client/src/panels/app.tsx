import { language } from "../words/words.ts";
import { deskLater, meetingsLater } from "./desk/desk_later.ts";
import { Home } from "./home/home.tsx";
import { Lost } from "./home/lost.tsx";
import { Join } from "./join/join.tsx";
import { Meet } from "./meet/meet.tsx";
import { moveLater } from "./moving/moving_later.ts";
import { Announcer } from "./parts/announcer.tsx";
import { SkipToContent } from "./parts/skip_to_content.tsx";
import { route } from "./route.ts";
import { SeatedStatus } from "./status/seated_status.tsx";

/** The screen the address names, and the one voice that speaks to those who listen. */
export function App() {
  document.documentElement.lang = language.value;
  return (
    <>
      <SkipToContent />
      <Screen />
      <Announcer />
    </>
  );
}

function Screen() {
  const at = route.value;
  switch (at.name) {
    case "home":
      return <Home />;
    case "join":
      return <Join key={at.link} link={at.link} meetingId={at.meetingId} />;
    case "move":
      return <moveLater.Part key={at.token} token={at.token} />;
    case "meetings":
      return <meetingsLater.Part seatId={at.seatId} />;
    case "desk":
      return <deskLater.Part meetingId={at.meetingId} seatId={at.seatId} />;
    case "meet":
      return <Meet meetingId={at.meetingId} seatId={at.seatId} />;
    case "status":
      return <SeatedStatus seatId={at.seatId} />;
    case "lost":
      return <Lost />;
  }
}
