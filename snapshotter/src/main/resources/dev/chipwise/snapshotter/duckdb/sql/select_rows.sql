(SELECT ${columns} FROM ${function}())
