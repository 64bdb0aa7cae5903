-- Who wrote a note in another system, and whom it is also for.
alter table note add column author_name text;
alter table note add column audience text check (audience in ('engineering'));
