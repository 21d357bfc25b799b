"""What each refusal says to people, its HTTP status, and whether trying again may help; pure."""

from dataclasses import dataclass

from service.errors import Code


@dataclass(frozen=True, slots=True)
class Sentence:
    """How one code speaks: HTTP status (RFC 9110), Korean, English, and `again`."""

    status: int
    ko: str
    en: str
    again: bool = False


def sentence_of(code: Code) -> Sentence:
    """The sentence of a code; every code has one (a test holds it)."""
    return SENTENCES[code]


SENTENCES: dict[Code, Sentence] = {
    Code.NOT_A_PDF: Sentence(
        415,
        "PDF 파일이 아닙니다. PDF로 저장한 뒤 다시 올려 주세요.",
        "This is not a PDF. Save it as a PDF and upload it again.",
    ),
    Code.EMPTY_FILE: Sentence(
        422,
        "빈 파일입니다. 원본을 확인하고 다시 올려 주세요.",
        "The file is empty. Check the original and upload it again.",
    ),
    Code.BROKEN_PDF: Sentence(
        422,
        "파일이 손상되어 열 수 없습니다. 원본에서 PDF로 다시 저장해 올려 주세요.",
        "The file is damaged and cannot be opened. Save it as a PDF again and upload that.",
    ),
    Code.PASSWORD_NEEDED: Sentence(
        422,
        "암호가 걸린 파일입니다. 암호를 입력해 주세요.",
        "The file is protected. Enter its password.",
    ),
    Code.WRONG_PASSWORD: Sentence(
        422,
        "암호가 맞지 않습니다. 다시 입력해 주세요.",
        "The password does not fit. Enter it again.",
    ),
    Code.UNKNOWN_PROTECTION: Sentence(
        422,
        "문서 보안 프로그램으로 잠긴 파일입니다. 보안을 해제하고 다시 올려 주세요.",
        "The file is locked by a protection unknown here. Lift it and upload the file again.",
    ),
    Code.NO_PAGES: Sentence(
        422,
        "쪽이 하나도 없는 PDF입니다. 원본을 확인해 주세요.",
        "The PDF has no pages. Check the original.",
    ),
    Code.TOO_MANY_PAGES: Sentence(
        413,
        "쪽수가 한도를 넘습니다. 파일을 나누어 올려 주세요.",
        "The file has more pages than allowed. Split it and upload the parts.",
    ),
    Code.FILE_TOO_LARGE: Sentence(
        413,
        "파일이 너무 큽니다. 파일을 나누거나 용량을 줄여 올려 주세요.",
        "The file is too large. Split it or make it smaller.",
    ),
    Code.TOO_HEAVY: Sentence(
        422,
        "여는 데 시간이나 메모리가 너무 많이 드는 파일입니다. 다른 방법으로 저장해 올려 주세요.",
        "Opening the file takes too much time or memory. Save it another way and upload that.",
    ),
    Code.UPLOAD_CUT_OFF: Sentence(
        400,
        "올리는 중에 연결이 끊겼습니다. 다시 올려 주세요.",
        "The upload was cut off. Upload the file again.",
        again=True,
    ),
    Code.ALREADY_THERE: Sentence(
        409,
        "같은 파일이 이 안건에 이미 있습니다.",
        "The same file is already under this agenda item.",
    ),
    Code.NOT_A_FILE: Sentence(
        422,
        "파일이 아니라 장치나 통로입니다. 폴더에서 빼 주세요.",
        "This is a device or a pipe and not a file. Take it out of the folder.",
    ),
    Code.UNREADABLE_FILE: Sentence(
        422,
        "읽을 수 없습니다. 읽기 권한과 연결된 원본을 확인해 주세요.",
        "It cannot be read. Check its permissions and what it links to.",
    ),
    Code.FILE_CHANGED: Sentence(
        409,
        "살펴보는 동안 파일이 바뀌거나 없어졌습니다. 다시 살펴봐 주세요.",
        "The file was changed or removed while it was checked. Check it again.",
        again=True,
    ),
    Code.TOO_MANY_UPLOADS: Sentence(
        429,
        "한꺼번에 올리는 파일이 너무 많습니다. 잠시 뒤 다시 올려 주세요.",
        "Too many files at once. Upload it again in a moment.",
        again=True,
    ),
    Code.PAGE_TOO_LARGE: Sentence(
        422,
        "이 쪽은 크기가 비정상적으로 커서 그릴 수 없습니다. 간사에게 알려 주세요.",
        "This page is abnormally large and cannot be drawn. Tell the secretary.",
    ),
    Code.PAGE_BROKEN: Sentence(
        422,
        "이 쪽은 손상되어 그릴 수 없습니다. 간사에게 알려 주세요.",
        "This page is damaged and cannot be drawn. Tell the secretary.",
    ),
    Code.PAGE_TOO_SLOW: Sentence(
        422,
        "이 쪽은 너무 복잡해 제시간에 그리지 못했습니다. 간사에게 알려 주세요.",
        "This page is too complex to be drawn in time. Tell the secretary.",
    ),
    Code.PAGE_TOO_HEAVY: Sentence(
        422,
        "이 쪽을 그리는 데 메모리가 너무 많이 듭니다. 간사에게 알려 주세요.",
        "Drawing this page takes too much memory. Tell the secretary.",
    ),
    Code.PAGE_LEFT_OUT: Sentence(
        422,
        "이 자료를 그리는 데 너무 오래 걸려 남은 쪽은 멈추었습니다. 볼 쪽만 다시 그려 주세요.",
        "This document takes too long to draw, so its other pages were left. "
        "Draw only the pages you need again.",
    ),
    Code.NOT_JOINED: Sentence(
        401,
        "먼저 회의 링크나 QR 코드로 들어와 주세요.",
        "Join with the meeting's link or QR code first.",
    ),
    Code.LINK_FORGED: Sentence(
        401,
        "올바르지 않은 링크입니다. 간사에게 새 링크를 받아 주세요.",
        "This link is not valid. Ask the secretary for a new one.",
    ),
    Code.LINK_EXPIRED: Sentence(
        410,
        "기한이 지난 링크입니다. 간사에게 새 링크를 받아 주세요.",
        "This link has expired. Ask the secretary for a new one.",
    ),
    Code.LINK_REVOKED: Sentence(
        410,
        "간사가 거두어들인 링크입니다. 간사에게 새 링크를 받아 주세요.",
        "This link was taken back. Ask the secretary for a new one.",
    ),
    Code.TRANSFER_GONE: Sentence(
        410,
        "맞지 않거나 이미 쓴 번호, 또는 3분이 지난 번호입니다. "
        "쓰던 태블릿에서 새 번호를 받아 주세요.",
        "This code is wrong, used, or older than three minutes. Get a new one on the other tablet.",
    ),
    Code.TOO_MANY_TRIES: Sentence(
        429,
        "틀린 번호가 너무 많이 들어왔습니다. 1분 뒤에 다시 하거나, QR 코드로 열어 주세요.",
        "Too many wrong codes have come. Try again in a minute, or open it by the QR code.",
        again=True,
    ),
    Code.FOREIGN_ORIGIN: Sentence(
        403,
        "다른 사이트에서 온 요청은 받지 않습니다. 회의 주소로 직접 들어와 주세요.",
        "Requests from another site are refused. Open the meeting's own address.",
    ),
    Code.NOT_ALLOWED: Sentence(
        403,
        "이 일을 할 권한이 없습니다. 필요하면 간사에게 말씀해 주세요.",
        "You may not do this. Ask the secretary if you need to.",
    ),
    Code.NOT_OPEN: Sentence(
        403,
        "회의가 열려 있지 않습니다. 회의가 열리면 할 수 있습니다.",
        "The meeting is not open. It can be done once it opens.",
        again=True,
    ),
    Code.NOT_FOUND: Sentence(
        404,
        "찾는 것이 없습니다. 주소를 확인해 주세요.",
        "There is no such thing. Check the address.",
    ),
    Code.WRONG_METHOD: Sentence(
        405,
        "이 주소로는 그렇게 요청할 수 없습니다. 화면을 새로 고쳐 주세요.",
        "This address cannot be asked that way. Reload the page.",
    ),
    Code.MALFORMED: Sentence(
        422,
        "보낸 내용을 알아볼 수 없습니다. 화면을 새로 고쳐 주세요.",
        "What was sent makes no sense to the service. Reload the page.",
    ),
    Code.ALREADY_EXISTS: Sentence(
        409,
        "이미 있는 것입니다. 화면을 새로 고쳐 확인해 주세요.",
        "It is there already. Reload to see it.",
    ),
    Code.ALREADY_LED: Sentence(
        409,
        "다른 사람이 발표하고 있습니다. 발표자가 넘기거나 간사가 맡길 수 있습니다.",
        "Somebody else is presenting. They can hand over, or the secretary can step in.",
        again=True,
    ),
    Code.NOT_LEADING: Sentence(
        403,
        "지금은 발표자가 아닙니다. 먼저 발표를 맡아 주세요.",
        "You are not presenting now. Take the lead first.",
    ),
    Code.NO_SUCH_MEETING: Sentence(
        404,
        "그런 회의가 없습니다. 회의 목록을 확인해 주세요.",
        "There is no such meeting. Check the list of meetings.",
    ),
    Code.NO_SUCH_ITEM: Sentence(
        404,
        "그 안건은 없거나 삭제되었습니다.",
        "That agenda item does not exist or was removed.",
    ),
    Code.NO_SUCH_DOCUMENT: Sentence(
        404,
        "그 자료는 없거나 삭제되었습니다.",
        "That document does not exist or was removed.",
    ),
    Code.NO_SUCH_PAGE: Sentence(
        404,
        "그 쪽은 이 자료에 없습니다.",
        "This document has no such page.",
    ),
    Code.NO_SUCH_PERSON: Sentence(
        404,
        "그 사람은 참석자 명단에 없습니다.",
        "That person is not on the list of participants.",
    ),
    Code.NO_SUCH_SEAT: Sentence(
        404,
        "그 사람은 이 회의에 들어와 있지 않습니다.",
        "That person has not joined this meeting.",
    ),
    Code.WRITING_NOT_ALLOWED: Sentence(
        403,
        "지금은 함께 쓰기가 꺼져 있습니다. '나만 보기'로 쓸 수 있습니다.",
        "Shared writing is off now. You can write for yourself.",
        again=True,
    ),
    Code.HELD: Sentence(
        403,
        "지금은 발표자가 보여 주는 쪽에만 함께 쓸 수 있습니다. "
        "'나만 보기'로는 어디에나 쓸 수 있습니다.",
        "Just now shared writing is for the presenter's page only. "
        "You can write for yourself on any page.",
        again=True,
    ),
    Code.NOT_YOUR_STROKE: Sentence(
        403,
        "다른 사람의 필기는 지울 수 없습니다.",
        "You cannot erase somebody else's writing.",
    ),
    Code.STROKE_EMPTY: Sentence(
        422,
        "획에 점이 없습니다.",
        "The stroke has no points.",
    ),
    Code.TOO_MUCH: Sentence(
        409,
        "더 넣을 수 없을 만큼 많습니다. 쓰지 않는 것을 먼저 지워 주세요.",
        "There is no room for more. Remove what is not needed first.",
    ),
    Code.STORAGE_FULL: Sentence(
        507,
        "저장 공간이 가득 찼습니다. 이미 저장한 것은 안전합니다. 관리자에게 알려 주세요.",
        "The disk is full. What was saved is safe. Tell the administrator.",
        again=True,
    ),
    Code.STORAGE_READ_ONLY: Sentence(
        507,
        "저장 폴더에 쓸 수 없습니다. 이미 저장한 것은 안전합니다. 관리자에게 알려 주세요.",
        "The data folder cannot be written. What was saved is safe. Tell the administrator.",
        again=True,
    ),
    Code.STORAGE_FAILED: Sentence(
        503,
        "저장하지 못했습니다. 이미 저장한 것은 안전합니다. 잠시 뒤 다시 해 주세요.",
        "It could not be saved. What was saved is safe. Try again in a moment.",
        again=True,
    ),
    Code.BUSY: Sentence(
        503,
        "지금은 처리할 일이 너무 많습니다. 잠시 뒤 다시 해 주세요.",
        "There is too much to do just now. Try again in a moment.",
        again=True,
    ),
    Code.INTERNAL: Sentence(
        500,
        "서버에 문제가 생겼습니다. 이미 저장한 것은 안전합니다. 잠시 뒤 다시 해 주세요.",
        "Something went wrong in the service. What was saved is safe. Try again in a moment.",
        again=True,
    ),
}
