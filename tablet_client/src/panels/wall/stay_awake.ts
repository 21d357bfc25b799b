/**
 * Keeps the display from going dark until the returned function is called.
 *
 * A wake lock needs a secure page, which a LAN address is not; there a muted video of one
 * black pixel plays instead, because browsers do not sleep while a video plays.
 */
export function stayAwake(): () => void {
  return "wakeLock" in navigator ? holdWakeLock() : playBlackPixel();
}

function holdWakeLock(): () => void {
  let held: WakeLockSentinel | null = null;
  let wanted = true;
  const take = async () => {
    if (!wanted || document.visibilityState !== "visible") return;
    try {
      held = await navigator.wakeLock.request("screen");
      if (!wanted) await held.release();
    } catch {
      // Refused for now (a low battery, say): it is asked for again when the page is next seen.
      held = null;
    }
  };
  const look = () => void take();
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    wanted = false;
    document.removeEventListener("visibilitychange", look);
    void held?.release();
  };
}

function playBlackPixel(): () => void {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext("2d");
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.className = "unseen";
  // One picture a second: a stream whose canvas never changes is taken for a still.
  const stream = canvas.captureStream(1);
  video.srcObject = stream;
  document.body.append(video);
  const timer = setInterval(() => pen?.fillRect(0, 0, 1, 1), 1000);
  // Autoplay of a muted video may be refused until the display is first touched.
  const play = () => void video.play().catch(() => undefined);
  play();
  document.addEventListener("pointerdown", play);
  document.addEventListener("visibilitychange", play);
  return () => {
    clearInterval(timer);
    document.removeEventListener("pointerdown", play);
    document.removeEventListener("visibilitychange", play);
    for (const track of stream.getTracks()) track.stop();
    video.remove();
  };
}
