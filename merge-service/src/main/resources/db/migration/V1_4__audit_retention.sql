-- How long a workspace keeps its log in the log. Without a row: for ever.
create table audit_retention (
    workspace_id uuid primary key,
    keep_days integer check (keep_days >= 365),
    version bigint not null
);

-- What has left the log: its oldest entries, in signed files, each going on where the one before ended.
create table audit_archive (
    workspace_id uuid not null,
    last_sequence bigint not null,
    first_sequence bigint not null,
    id uuid not null,
    previous_hash bytea not null,
    last_hash bytea not null,
    content_hash bytea not null,
    key_id text not null,
    manifest text not null,
    signature bytea not null,
    content bytea not null,
    created_at timestamptz not null,
    primary key (workspace_id, last_sequence),
    check (first_sequence <= last_sequence)
);
create unique index audit_archive_id on audit_archive (workspace_id, id);
-- compressed already
alter table audit_archive alter column content set storage external;

-- Only the functions that set the word for their own statement get past this.
create or replace function refuse_change_of_audit_log() returns trigger language plpgsql as $$
declare
    word text := current_setting('omniflow.audit', true);
begin
    if tg_table_name = 'audit_entry' and tg_op = 'UPDATE' and word = 'redact_erased'
        or tg_table_name = 'audit_entry' and tg_op = 'DELETE' and word = 'drop_archived'
        or tg_table_name = 'audit_archive' and tg_op = 'UPDATE' and word = 'redact_archived' then
        return null;
    end if;
    raise exception 'the audit log is append-only: % of % refused', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_archive_is_append_only before update or delete or truncate on audit_archive
    for each statement execute function refuse_change_of_audit_log();

-- Takes the entries of an archive out of the log. Whatever the service says, they must be the oldest there are, all of them, those
-- that were archived (payloads: SHA-256 of their payloads, one after the other), and none of the last 365 days.
create function drop_archived(of_workspace uuid, last bigint, payloads bytea) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    archive audit_archive;
    dropped bigint;
begin
    select * into strict archive from audit_archive a where a.workspace_id = of_workspace and a.last_sequence = last;
    if (select count(*) <> archive.last_sequence - archive.first_sequence + 1
            or min(e.sequence) <> archive.first_sequence
            or max(e.recorded_at) >= now() - interval '365 days'
            or sha256(convert_to(string_agg(e.payload, '' order by e.sequence), 'UTF8')) <> payloads
            or (array_agg(e.hash order by e.sequence desc))[1] <> archive.last_hash
        from audit_entry e where e.workspace_id = of_workspace and e.sequence <= last) then
        raise exception 'archive % does not hold the oldest entries of the log', archive.id using errcode = 'check_violation';
    end if;
    perform set_config('omniflow.audit', 'drop_archived', true);
    delete from audit_entry e where e.workspace_id = of_workspace and e.sequence <= last;
    get diagnostics dropped = row_count;
    perform set_config('omniflow.audit', '', true);
    return dropped;
end
$$;

-- Entries of archives that an erasure reaches, in the oldest such archive: what was archived is erased like what is in the log.
create function archived_and_erased(of_workspace uuid)
    returns table (archive_last bigint, sequence bigint, erased_by uuid, erased_at timestamptz, actor text, correlation_id text)
    language sql stable security definer set search_path = public, pg_temp as $$
    with due as (
        select a.last_sequence, m.sequence, x.erased_by, x.erased_at, x.actor, x.correlation_id
        from audit_erased x
        join audit_mention m on m.workspace_id = of_workspace and m.subject = x.subject
        join audit_archive a on a.workspace_id = of_workspace and m.sequence between a.first_sequence and a.last_sequence
        where x.workspace_id = of_workspace
            and not exists (select from audit_redaction r where r.workspace_id = of_workspace and r.sequence = m.sequence)
    )
    select d.last_sequence, d.sequence, d.erased_by, d.erased_at, d.actor, d.correlation_id from due d
    where (d.last_sequence, d.erased_by) = (
        select f.last_sequence, f.erased_by from due f order by f.last_sequence, f.erased_by limit 1)
    order by d.sequence
$$;

-- Puts an archive whose payloads were emptied in place of the one before, and notes what was emptied.
create function redact_archived(of_workspace uuid, last bigint, emptied bigint[], kept bigint[], by_erasure uuid, listed_in uuid,
        form_hash bytea, new_content bytea, new_hash bytea, new_manifest text, new_signature bytea, new_key text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (
        select from unnest(emptied) s
        where not exists (select from archived_and_erased(of_workspace) d
            where d.archive_last = last and d.sequence = s and d.erased_by = by_erasure)) then
        raise exception 'no erasure reaches these entries' using errcode = 'check_violation';
    end if;
    perform set_config('omniflow.audit', 'redact_archived', true);
    update audit_archive a set content = new_content, content_hash = new_hash, manifest = new_manifest,
        signature = new_signature, key_id = new_key
    where a.workspace_id = of_workspace and a.last_sequence = last;
    perform set_config('omniflow.audit', '', true);
    insert into audit_redaction (workspace_id, sequence, erased_by, told_in, redacted_hash, redacted_at)
    select of_workspace, s, by_erasure, listed_in, form_hash, clock_timestamp() from unnest(emptied) s;
    delete from audit_mention m where m.workspace_id = of_workspace and m.sequence = any (emptied || kept);
end
$$;

revoke all on function drop_archived(uuid, bigint, bytea), archived_and_erased(uuid),
    redact_archived(uuid, bigint, bigint[], bigint[], uuid, uuid, bytea, bytea, bytea, text, bytea, text) from public;
grant execute on function drop_archived(uuid, bigint, bytea), archived_and_erased(uuid),
    redact_archived(uuid, bigint, bigint[], bigint[], uuid, uuid, bytea, bytea, bytea, text, bytea, text) to ${runtimeRole};
grant select, insert on audit_archive to ${runtimeRole};
grant select, insert, update on audit_retention to ${runtimeRole};
