-- Repeatable, since the services' own migrations have higher numbers than any the kit could add.
alter table outbox add column if not exists source_address text;
