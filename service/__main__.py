"""The `hanjang` command: `serve`, `demo`, `check`, `compare`, `tls`, and `settings`."""

import errno
import json
import os
import resource
import ssl
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
import uvloop
from pydantic import ValidationError
from rich.console import Console

from service.app import build, client_folder, limits
from service.check.cells import safe
from service.check.folder import found_in
from service.check.lanes import lanes
from service.check.running import nobody_listens, run_check, standard_lines
from service.compare.running import Refused, compare_files
from service.compare.telling import as_json as map_as_json
from service.compare.telling import as_prose, refusal
from service.demo.cityhall import furnish
from service.demo.client import DemoFailed
from service.identity.tokens import secret_in
from service.lan import lan_address, web_origin
from service.model import Role
from service.observability.logs import configure_logs
from service.render.fence.errors import NoChild
from service.server import Server, SidePage, bound_socket
from service.settings import Settings, broken_setting, settings_table
from service.terminal import qr_lines, welcome
from service.tls.authority import fingerprint
from service.tls.names import names_of, this_machine
from service.tls.shelf import Kept, OutOfBounds, Unusable, has_authority, kept_or_made
from service.tls.trust_page import TrustPage
from storage.errors import FolderInUse, SchemaTooNew, StorageError, StorageFull, StorageReadOnly
from storage.open import open_storage

commands = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    help="한장: 종이 없는 회의. 모두가 같은 쪽을 봅니다. / Paperless meetings, on the same page.",
)

Host = Annotated[str | None, typer.Option(help="서비스할 주소 / Address to serve on.")]
Port = Annotated[int | None, typer.Option(help="포트 (0: 빈 포트) / Port, 0 takes a free one.")]
Data = Annotated[Path | None, typer.Option(help="자료를 두는 폴더 / Folder of what is kept.")]
Json = Annotated[
    bool, typer.Option("--json", help="준비되면 링크를 JSON 한 줄로 / Links as one line of JSON.")
]


@commands.command(help="회의 서비스를 시작합니다. / Start the service.")
def serve(host: Host = None, port: Port = None, data: Data = None, as_json: Json = False) -> None:
    """Start the service on its data folder."""
    _run(_settings(host, port, data), demo=False, as_json=as_json)


@commands.command(help="시연용 시청과 회의를 만들어 시작합니다. / Start with a demo city hall.")
def demo(host: Host = None, port: Port = None, data: Data = None, as_json: Json = False) -> None:
    """Start the service and furnish a demo meeting through its own API."""
    _run(_settings(host, port, data), demo=True, as_json=as_json)


@commands.command(
    help="폴더의 파일을 올려 보듯 모두 살펴봅니다. / Check every file of a folder as if uploaded."
)
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="살펴볼 폴더 / Folder to check.")],
    draw: Annotated[
        str, typer.Option(metavar="N", help="그려 볼 쪽수, 또는 all / Pages to draw, or all.")
    ] = "5",
    as_json: Annotated[
        bool, typer.Option("--json", help="파일마다 JSON 한 줄 / One line of JSON a file.")
    ] = False,
) -> None:
    """Tell of every file in a folder whether the service would take it in, and why not."""
    settings = _settings(None, None, None)
    pages = _pages_to_draw(draw)
    try:
        found = found_in(str(folder))
    except OSError:
        name = safe(str(folder))
        _stop(f"읽을 수 있는 폴더가 아닙니다: {name} / This is no readable folder: {name}", 2)
    configure_logs(settings.log_shape, "critical")  # the verdicts say it all
    lines = standard_lines(as_json=as_json)
    files, child = limits(settings)
    fleet = lanes(files, child, settings.workers, pages)
    try:
        uvloop.run(run_check(str(folder), found, fleet, lines))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except BrokenPipeError:
        nobody_listens()
    except OSError as error:
        nobody_listens()
        _stop(f"결과를 쓸 수 없습니다. / The result cannot be written: {error.strerror}")
    except NoChild as error:
        _stop(str(error))


@commands.command(
    help="두 판에서 새로 생기고 없어지고 바뀐 쪽을 봅니다. / Compare two versions by page."
)
def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD.pdf", help="옛 판 / Old version.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.pdf", help="새 판 / New version.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="JSON 한 줄로 / As one line of JSON.")
    ] = False,
) -> None:
    """Tell which page of the new version is which of the old; nothing is stored."""
    settings = _settings(None, None, None)
    configure_logs(settings.log_shape, "critical")  # what it prints says it all
    for name in (str(old), str(new)):
        if not os.path.lexists(name):
            _stop(f"그런 파일이 없습니다: {safe(name)} / There is no such file: {safe(name)}", 2)
    try:
        found = uvloop.run(compare_files(str(old), str(new), *limits(settings)))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except NoChild as error:
        _stop(str(error))
    if isinstance(found, Refused):
        _stop(refusal(found), 2)
    try:
        standard_lines(as_json=as_json).say(map_as_json(found) if as_json else as_prose(found))
    except BrokenPipeError:
        nobody_listens()


@commands.command(
    help="이 네트워크만을 위한 인증서를 만듭니다. / Make a certificate for this network alone."
)
def tls(host: Host = None, data: Data = None) -> None:
    """Make or renew the house's own authority and its certificate; `serve` then uses them."""
    settings = _settings(host, None, data)
    kept = _certificate(settings)
    origin = web_origin(lan_address(settings.host), _trust_port(settings, settings.port))
    made = ("만들었습니다", "made") if kept.renewed else ("그대로 씁니다", "kept")
    typer.echo(f"인증서를 {made[0]}: {kept.chain} / Certificate {made[1]}: {kept.chain}")
    typer.echo(f"만료 / Valid until: {kept.ends:%Y-%m-%d}")
    typer.echo(f"인증 기관 지문 / Fingerprint of the authority (SHA-256):\n{_printed(kept)}")
    typer.echo(
        f"이제 hanjang serve(또는 demo)를 시작하고, 처음 오는 태블릿에서는 {origin}/trust 를 "
        f"여세요. / Now start hanjang serve (or demo) and open {origin}/trust on each new tablet."
    )
    typer.echo("\n".join(qr_lines(f"{origin}/trust", inverted=True)))


@commands.command(help="모든 설정을 표로 보여 줍니다. / Print every setting as a table.")
def settings() -> None:
    """Print the settings as the README shows them."""
    typer.echo(settings_table())


def main() -> None:
    """Run the command line."""
    commands()


def _settings(host: str | None, port: int | None, data: Path | None) -> Settings:
    chosen: dict[str, Any] = {"host": host, "port": port, "data": data}
    try:
        return Settings(**{name: value for name, value in chosen.items() if value is not None})
    except ValidationError as error:
        _stop(broken_setting(error), 2)


def _pages_to_draw(said: str) -> int | None:
    if said == "all":
        return None
    if not said.isdecimal():
        _stop(
            "--draw에는 0 이상의 수나 all을 주세요. / --draw takes a number from 0 up, or all.", 2
        )
    return int(said[:9])


def _run(settings: Settings, *, demo: bool, as_json: bool) -> None:
    configure_logs(settings.log_shape, settings.log_level)
    _allow_many_sockets()
    try:
        uvloop.run(_serve(settings, demo=demo, as_json=as_json))
    except KeyboardInterrupt:
        return
    except FolderInUse:
        _stop(
            f"다른 한장이 이미 이 폴더를 쓰고 있습니다: {settings.data} / "
            f"Another Hanjang uses this folder already: {settings.data}"
        )
    except SchemaTooNew:
        _stop(
            "더 새로운 한장이 만든 자료입니다. 한장을 새 판으로 올려 주세요. / "
            "A newer Hanjang wrote this data. Update Hanjang."
        )
    except StorageFull:
        _stop(
            f"디스크가 가득 차 시작할 수 없습니다: {settings.data} / "
            f"The disk is full, so it cannot start: {settings.data}"
        )
    except (StorageReadOnly, StorageError, PermissionError):
        _stop(
            f"이 폴더에 쓸 수 없습니다: {settings.data} / "
            f"This folder cannot be written: {settings.data}"
        )
    except (DemoFailed, NoChild) as error:
        _stop(str(error))


async def _serve(settings: Settings, *, demo: bool, as_json: bool) -> None:
    if not (client_folder() / "index.html").is_file():
        _stop(
            "태블릿 화면이 아직 만들어지지 않았습니다. `uv sync --reinstall-package hanjang`을 "
            "실행해 주세요. / The tablet client is not built: run "
            "`uv sync --reinstall-package hanjang`."
        )
    own = _own_certificate(settings)
    files = settings.tls if own is None else (own.chain, own.key)
    scheme = _scheme(files)
    place = _place(settings)
    port = int(place.getsockname()[1])
    public_url = settings.public_url or web_origin(lan_address(settings.host), port, scheme)
    storage = await open_storage(settings.data)
    try:
        secret = secret_in(settings.data / "secret.key")
        house = build(settings, storage, secret, public_url)
        server = Server(house.app, place, house.readiness.stop, tls=files)
        await server.start()
        trust = None if own is None else _trust_page(settings, own, public_url, port)
        secretary = await house.links.make(None, Role.SECRETARY, "간사", settings.link_hours)
        meeting, links = None, {Role.SECRETARY.value: f"{public_url}/join#{secretary.token}"}
        if demo:
            furnished = await furnish(
                web_origin(_nearby(settings.host), port, scheme),
                secretary.token,
                settings.data / "demo-papers",
                lambda said: None if as_json else typer.echo(said),
                datetime.now().astimezone(),
            )
            meeting, links = furnished.meeting_id, furnished.links
        page_url = None if trust is None else trust[0]
        _announce(public_url, meeting, links, settings.data, as_json=as_json, trust=page_url)
        await server.stopped()
        if trust is not None:
            await trust[1].stop()
    finally:
        await storage.aclose()


def _announce(
    url: str,
    meeting: str | None,
    links: dict[str, str],
    data: Path,
    *,
    as_json: bool,
    trust: str | None,
) -> None:
    if as_json:
        roles = ("secretary", "presenter", "member", "screen")
        said: dict[str, Any] = {"url": url, "links": {role: links.get(role) for role in roles}}
        said |= {"meeting": meeting} if trust is None else {"meeting": meeting, "trust": trust}
        typer.echo(json.dumps(said))
        sys.stdout.flush()
    else:
        welcome(Console(), "월요일 간부회의" if meeting else url, links, data, trust=trust)


def _place(settings: Settings) -> Any:
    try:
        return bound_socket(settings.host, settings.port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            _stop(
                f"포트 {settings.port}번을 다른 프로그램이 쓰고 있습니다. --port로 다른 번호를 "
                f"주세요. / Port {settings.port} is taken. Choose another with --port."
            )
        if error.errno == errno.EACCES:
            _stop(
                f"포트 {settings.port}번을 쓸 권한이 없습니다. 1024 이상을 쓰세요. / "
                f"Port {settings.port} needs more rights. Use 1024 or above."
            )
        _stop(
            f"{settings.host} 주소로는 서비스할 수 없습니다. --host를 확인하세요. / "
            f"It cannot serve on {settings.host}. Check --host."
        )


def _scheme(files: tuple[Path, Path] | None) -> str:
    """How tablets speak to it; ends here when the certificate cannot be used."""
    if files is None:
        return "http"
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(*files)
    except OSError as error:  # a file that cannot be read, or holds no such thing
        said = error.strerror or str(error)
        _stop(
            f"인증서나 그 열쇠를 쓸 수 없습니다: {said} / "
            f"The certificate or its key cannot be used: {said}"
        )
    return "https"


def _own_certificate(settings: Settings) -> Kept | None:
    """The certificate of `hanjang tls`, renewed when due; one that was named, or a proxy, wins."""
    if settings.tls is not None or settings.public_url is not None:
        return None
    return _certificate(settings) if has_authority(settings.data / "tls") else None


def _certificate(settings: Settings) -> Kept:
    folder, machine = settings.data / "tls", this_machine()
    names = names_of(machine, lan_address(settings.host), settings.tls_names)
    try:
        return kept_or_made(folder, machine, names, datetime.now(UTC))
    except OutOfBounds as error:
        _stop(
            f"{folder}의 인증 기관은 {error} 주소를 보증할 수 없습니다. 그 폴더를 지우고 "
            f"hanjang tls를 다시 실행하세요. / The authority in {folder} may not speak for "
            f"{error}: remove the folder and run hanjang tls again."
        )
    except (Unusable, OSError) as error:
        _stop(
            f"{folder}의 인증서를 쓸 수 없습니다: {error} / "
            f"The certificate in {folder} cannot be used: {error}"
        )


def _trust_page(settings: Settings, own: Kept, public_url: str, port: int) -> tuple[str, SidePage]:
    """The page that tells how to trust `own`, served beside the service."""
    wanted = _trust_port(settings, port)
    try:
        place = bound_socket(settings.host, wanted)
    except OSError:
        if settings.trust_port is not None:
            _stop(
                f"포트 {wanted}번을 쓸 수 없습니다. HANJANG_TRUST_PORT로 다른 번호를 주세요. / "
                f"Port {wanted} cannot be used. Choose another with HANJANG_TRUST_PORT."
            )
        place = bound_socket(settings.host, 0)
    origin = web_origin(lan_address(settings.host), int(place.getsockname()[1]))
    page = SidePage(TrustPage(own.authority, f"{origin}/trust", public_url), place)
    page.start()
    return f"{origin}/trust", page


def _trust_port(settings: Settings, port: int) -> int:
    """The port of the trust page; the one after the service's when none was named."""
    if settings.trust_port is not None:
        return settings.trust_port
    return port + 1 if 0 < port < 65_535 else 0


def _printed(kept: Kept) -> str:
    """The fingerprint in two lines, as tablets show it."""
    said = fingerprint(kept.authority)
    half = len(said) // 2 + 1
    return f"  {said[:half]}\n  {said[half:]}"


def _nearby(host: str) -> str:
    """The address by which this machine reaches its own service."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  compared only


def _allow_many_sockets() -> None:
    """Two descriptors a tablet at least: take as many as the system lets us have."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _stop(sentence: str, code: int = 1) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


if __name__ == "__main__":
    main()
