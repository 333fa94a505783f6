"""The register: plain YAML files, read strictly into frozen data."""
