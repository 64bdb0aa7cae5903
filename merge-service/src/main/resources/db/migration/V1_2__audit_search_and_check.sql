-- Each filter, in the order of the chain and in that of time.
create index audit_entry_correlation on audit_entry (workspace_id, correlation_id, sequence);
create index audit_entry_service on audit_entry (workspace_id, service, sequence);
create index audit_entry_actor_kind on audit_entry (workspace_id, actor, kind, sequence);
create index audit_entry_kind_at on audit_entry (workspace_id, kind, at, sequence);
create index audit_entry_actor_at on audit_entry (workspace_id, actor, at, sequence);
create index audit_entry_service_at on audit_entry (workspace_id, service, at, sequence);

-- Who tells what where: small, for few differ. A search for what never goes together ends before it walks either.
create index audit_entry_voice on audit_entry (workspace_id, actor, service, kind);
create index audit_entry_told on audit_entry (workspace_id, service, kind);

-- Where a check of the last day begins.
create index audit_checkpoint_taken on audit_checkpoint (workspace_id, taken_at, sequence);
