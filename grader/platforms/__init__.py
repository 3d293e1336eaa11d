"""What runs where a platform grades: on a student's push, in an image.  Each module speaks one platform's language."""

# When Gradescope shows a check to students.
VISIBILITIES = ("visible", "after_due_date", "after_published", "hidden")
