"""What instructors hand out elsewhere.  Every exporter is one function from a course to `{path: bytes}`."""
