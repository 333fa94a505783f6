"""The command line as a module: `python -m briefgen`."""

from briefgen.cli.app import main

if __name__ == "__main__":
    main()
