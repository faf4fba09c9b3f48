"""The launcher's commands by name."""

from collections.abc import Callable

from deploy.local import servers
from deploy.local.messages import Trouble, say


def _servers() -> int:
    with servers.one_at_a_time():
        pair = servers.kept()
        pair.start()
    return _print(pair)


def _env() -> int:
    pair = servers.kept()
    if not pair.running:
        raise Trouble("The local servers do not run.", "Start them with `python -m deploy.local servers`.")
    return _print(pair)


def _stop() -> int:
    with servers.one_at_a_time():
        servers.kept().stop()
    return 0


def _print(pair: servers.Servers) -> int:
    for name, value in pair.environment().items():
        print(f"{name}={value}", flush=True)
    return 0


COMMANDS: dict[str, Callable[[], int]] = {"servers": _servers, "env": _env, "stop": _stop}


def main(arguments: list[str]) -> int:
    """Run the named command; gives the exit status."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        say(f"Usage: python -m deploy.local {{{'|'.join(COMMANDS)}}}")
        return 2
    try:
        return COMMANDS[arguments[0]]()
    except Trouble as trouble:
        say(f"\n{trouble}")
        return 1
