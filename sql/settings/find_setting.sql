-- One fact about this installation.
select value as "value!" from setting where key = :key
