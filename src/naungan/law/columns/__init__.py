"""The law over columns: the same rules as for one case, for millions at once.

One module per kind of question, named like it. Each offers

- `AMOUNTS`, the fields that differ from row to row, as int64 columns;
- `plan_of(stated, reader)`, the rule for everything else that a row states, asked
  once for every distinct combination; raises LawRefused as the question would;
- `evaluate(plans, key, amounts)`, the int64 results of every row, where
  `plans[key[row]]` is the plan of a row.

Results are named as those of one case, joined by `_`: `jkk_employer`, `total`.
"""
