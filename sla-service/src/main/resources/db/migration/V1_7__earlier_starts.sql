-- What merged tickets that were opened earlier give a clock; null is nothing. The one that holds is part of counted_ms.
alter table clock add column leads jsonb;
