-- With which key this database is sealed, told by a value that opens nothing. Another key would seal beside the first what each
-- of them alone can open; null until a program of this version has worked with it.
alter table installation add column key_fingerprint text;
