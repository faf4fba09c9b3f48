"""The summary table of candidates (nine columns) in and out of Excel; pure, without database.

upload.checked(content, name)          refuses macro workbooks, bombs, anything that is no plain .xlsx
reading.read(content) -> Table         the heading row and the rows below it
checking.check(table, ...) -> Checked  candidates, or every fault with row, column, reason and help
marking.write(target, table, faults)   the uploaded table with the faulty cells marked
writing.write(target, rows, ...)       the same nine columns from data
"""
