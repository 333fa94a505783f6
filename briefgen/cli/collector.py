"""When Python looks for what nobody uses: not while a command starts, of which most lasts on."""

import gc


def rest() -> None:
    """Puts the collector to rest."""
    gc.disable()


def resume() -> None:
    """Sets it to work again, if it rests, on what is made from now on.

    To be called before documents are made: what these leave behind has to be found.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def leave() -> None:
    """Spares a process on its way out from looking through everything once more."""
    gc.freeze()
