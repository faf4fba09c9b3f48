"""The launcher's commands by name."""

import shutil
import signal
from collections.abc import Callable
from types import FrameType

from deploy.local import checks, frontend, places, python_environment, servers, serving, steps, suite
from deploy.local.messages import Trouble, say


def main(arguments: list[str]) -> int:
    """Run the named command; gives the exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        say(f"Usage: python -m deploy.local {{{'|'.join(COMMANDS)}}}")
        return 2
    signal.signal(signal.SIGTERM, _end)
    try:
        return COMMANDS[arguments[0]](*arguments[1:])
    except Trouble as trouble:
        say(f"\n{trouble}")
    except OSError as error:
        say(f"\n{steps.explain_os_error(error)}")
    except KeyboardInterrupt:
        say("\nInterrupted.")
        return 130
    return 1


def _end(_number: int, _frame: FrameType | None) -> None:
    # As an exception it passes through every `finally` on its way out.
    raise KeyboardInterrupt


def _setup() -> int:
    python_environment.prepare()
    frontend.prepare()
    return 0


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


def _clean_data() -> int:
    """Forget everything that `make run` made: data, files, keys."""
    _stop()
    shutil.rmtree(places.data(), ignore_errors=True)
    shutil.rmtree(places.STATE)
    return 0


def _print(pair: servers.Servers) -> int:
    for name, value in pair.environment().items():
        print(f"{name}={value}", flush=True)
    return 0


COMMANDS: dict[str, Callable[..., int]] = {
    "setup": _setup,
    "run": serving.serve,
    "test": suite.test,
    "bench": suite.bench,
    "bench-draws": suite.bench_draws,
    "prove": suite.prove,
    "policies": suite.policies,
    "check": checks.check,
    "format": checks.format_sources,
    "api": checks.api,
    "servers": _servers,
    "env": _env,
    "stop": _stop,
    "clean-data": _clean_data,
}
