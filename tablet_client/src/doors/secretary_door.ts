import { api, noConnection, problemOf } from "../link/http.ts";
import { openUploads } from "../link/uploads.ts";
import type { JoinLink, MeetingLine, SecretaryDoor } from "../panels/doors.ts";
import type { ServiceStatus } from "../panels/status/service_status.ts";

/** The service's HTTP side as the secretary's desk uses it; every call throws HttpProblem. */
export function openSecretaryDoor(origin: string, token: string): SecretaryDoor {
  const ask = api(origin, token);
  const linksOf = (meetingId: string) => `/api/meetings/${meetingId}/links`;
  return {
    async meetings() {
      return (await ask.get<{ meetings: MeetingLine[] }>("/api/meetings")).meetings;
    },
    createMeeting: (title, place, starts_at) =>
      ask.post<MeetingLine>("/api/meetings", { title, place, starts_at }),
    async links(meetingId) {
      return (await ask.get<{ links: JoinLink[] }>(linksOf(meetingId))).links;
    },
    createLink: (meetingId, wish) => ask.post<JoinLink>(linksOf(meetingId), wish),
    revokeLink: (meetingId, linkId) => ask.delete(`${linksOf(meetingId)}/${linkId}`),
    qr: (meetingId, linkId) =>
      objectUrl(`${origin}${linksOf(meetingId)}/${linkId}/qr.svg`, token, "image/svg+xml"),
    picture: (meetingId, { document_id, version, page }) =>
      objectUrl(
        `${origin}/api/meetings/${meetingId}/pages/${document_id}/${version}/${page}/tablet`,
        token,
      ),
    async redraw(meetingId, documentId, page) {
      await ask.post(`/api/meetings/${meetingId}/documents/${documentId}/pages/${page}/retry`);
    },
    uploads: (meetingId) => openUploads({ origin, token, meetingId }),
    status: () => ask.get<ServiceStatus>("/api/status"),
  };
}

/** An image behind the bearer as an address an image element can show. Throws HttpProblem. */
async function objectUrl(url: string, token: string, type?: string): Promise<string> {
  const response = await answerOf(url, token);
  if (!response.ok) throw problemOf(response.status, await response.text());
  const blob = await response.blob();
  return URL.createObjectURL(type === undefined ? blob : new Blob([blob], { type }));
}

async function answerOf(url: string, token: string): Promise<Response> {
  try {
    return await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  } catch {
    throw noConnection();
  }
}
