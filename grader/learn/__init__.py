"""The learner's day: what is passed and what is next, hints, watching a file, mock interviews, notebooks."""
