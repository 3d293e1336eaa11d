"""What runs where a platform grades: on a student's push, in an image.  Each module speaks one platform's language."""
