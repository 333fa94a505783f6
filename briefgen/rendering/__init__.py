"""From a document's facts and a template to a semantic page, in a language and a style."""
