"""What is told of a graded class: printers over records, which are plain data, taken one by one.

record      a Report as a record, and its published schema       tally       what is counted over a class
gradebook   CSV for spreadsheets, Canvas and Moodle              junit       JUnit XML, a test suite for each student
feedback    a page in Markdown and in HTML for each student      html        one page for the instructor
similarity  a folder for tools that compare submissions          publish     all of it
"""
