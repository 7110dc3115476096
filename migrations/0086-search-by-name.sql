-- Row-level security lets an index serve only what can tell nothing of other rows: a range of a column can, `like` and `||` cannot.
drop index memberships_by_full_name;
create index memberships_by_surname on memberships (last_name text_pattern_ops, first_name text_pattern_ops);
