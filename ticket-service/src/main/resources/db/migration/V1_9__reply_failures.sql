-- Why a reply did not arrive, as the inbox tells it.
alter table reply add column failure text, add column version bigint not null default 1;
update reply set version = 2 where delivery <> 'accepted';
