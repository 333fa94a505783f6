"""From a page and a style to the bytes of a file, one function a format."""
