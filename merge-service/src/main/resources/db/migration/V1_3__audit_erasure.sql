-- Which entries tell of which contact, or hold texts of which conversation: what an erasure has to find.
create table audit_mention (
    workspace_id uuid not null,
    sequence bigint not null,
    subject uuid not null,
    primary key (workspace_id, sequence, subject)
);
create index audit_mention_subject on audit_mention (workspace_id, subject, sequence);

-- Contacts that were erased, and their conversations; who ordered it is kept here too, for what arrives very late.
create table audit_erased (
    workspace_id uuid not null,
    subject uuid not null,
    erased_by uuid not null,
    erased_at timestamptz not null,
    told_at bigint not null,
    actor text not null,
    correlation_id text not null,
    primary key (workspace_id, subject, erased_by)
);
create index audit_erased_told on audit_erased (workspace_id, told_at);

-- The payloads that were emptied. redacted_hash is that of what stands there now.
create table audit_redaction (
    workspace_id uuid not null,
    sequence bigint not null,
    erased_by uuid not null,
    told_in uuid not null,
    redacted_hash bytea not null,
    redacted_at timestamptz not null,
    primary key (workspace_id, sequence)
);
create trigger audit_redaction_is_append_only before update or delete or truncate on audit_redaction
    for each statement execute function refuse_change_of_audit_log();

-- Read from the text, not from JSON: payloads may hold what jsonb does not take (the character 0). They are canonical, so each
-- thing is written in one way; within a text the quotes would be escaped. What tells of an erasure is itself not erased.
create function mentioned_in(kind text, payload text) returns setof uuid
    language sql immutable parallel safe as $$
    select distinct id[1]::uuid
    from (
        select regexp_matches(payload, '"contactId":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g')
        union all
        select regexp_matches(payload, '"conversationId":"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g')
        where payload like '%"body":"%'
        union all
        select regexp_matches(list[1], '"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g')
        from regexp_matches(payload, case when kind = 'created' then '"(?:contact|conversation)Ids":\[([^\]]*)\]'
            else '"contactIds":\[([^\]]*)\]' end, 'g') list
    ) as found (id)
    where kind not in ('contact_erased', 'payloads_redacted') and payload ~ '"(contact|conversation)Ids?":'
$$;

create function note_mentions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into audit_mention (workspace_id, sequence, subject)
    select a.workspace_id, a.sequence, m from added a, mentioned_in(a.kind, a.payload) m;
    return null;
end
$$;
create trigger audit_entry_mentions after insert on audit_entry
    referencing new table as added for each statement execute function note_mentions();

insert into audit_mention (workspace_id, sequence, subject)
select e.workspace_id, e.sequence, m from audit_entry e, mentioned_in(e.kind, e.payload) m;

-- Only redact_erased, which sets the word for its own statement, gets past this.
create or replace function refuse_change_of_audit_log() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'audit_entry' and current_setting('omniflow.audit', true) = 'redact_erased' then
        return null;
    end if;
    raise exception 'the audit log is append-only: % of % refused', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

-- The one exception to "nobody updates". It empties payloads that name a contact, or hold texts of a conversation, of whose
-- erasure the log itself tells; only what happened before the erasure. Erasures told from "first" on reach over the whole log,
-- earlier ones to the entries from "first" on, which arrived late. One erasure a call, and at most so many entries; to be
-- called until it empties nothing. The salt goes too, or a short payload could be guessed from its hash.
create function redact_erased(of_workspace uuid, first bigint, most integer)
    returns table (sequence bigint, erased_by uuid, told_in uuid, redacted_hash bytea, actor text, correlation_id text)
    language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
    erasure uuid;
    form text;
    listed_in uuid := gen_random_uuid();
    emptied bigint[];
begin
    insert into audit_erased (workspace_id, subject, erased_by, erased_at, told_at, actor, correlation_id)
    select distinct e.workspace_id, named.ids[1]::uuid, e.id, e.at, e.sequence, e.actor, e.correlation_id
    from audit_entry e,
        substring(e.payload from '"details":\{(.*)\},"origin":') details (text),
        regexp_matches(details.text, '"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g') named (ids)
    where e.workspace_id = of_workspace and e.sequence >= first and e.kind = 'contact_erased'
    on conflict do nothing;

    select d.erased_by, array_agg(d.sequence order by d.sequence) into erasure, emptied
    from (
        select due.erased_by, due.sequence, dense_rank() over (order by due.erased_by) as turn
        from (
            select m.sequence, x.erased_by, x.erased_at
            from audit_erased x
            join audit_mention m on m.workspace_id = of_workspace and m.subject = x.subject
            where x.workspace_id = of_workspace and x.told_at >= first
            union
            select m.sequence, x.erased_by, x.erased_at
            from audit_mention m
            join audit_erased x on x.workspace_id = of_workspace and x.subject = m.subject
            where m.workspace_id = of_workspace and m.sequence >= first
        ) due
        join audit_entry e on e.workspace_id = of_workspace and e.sequence = due.sequence and e.at <= due.erased_at
        where not exists (
            select from audit_redaction r where r.workspace_id = of_workspace and r.sequence = due.sequence)
        order by due.erased_by, due.sequence limit most
    ) d
    where d.turn = 1
    group by d.erased_by;
    if erasure is null then
        return;
    end if;

    form := '{"after":null,"before":null,"details":{},"origin":{},"redacted":{"erasedBy":"' || erasure || '"}}';
    perform set_config('omniflow.audit', 'redact_erased', true);
    update audit_entry e set payload = form, salt = ''
    where e.workspace_id = of_workspace and e.sequence = any (emptied);
    perform set_config('omniflow.audit', '', true);
    insert into audit_redaction (workspace_id, sequence, erased_by, told_in, redacted_hash, redacted_at)
    select of_workspace, s, erasure, listed_in, sha256(convert_to(form, 'UTF8')), clock_timestamp() from unnest(emptied) s;
    delete from audit_mention m where m.workspace_id = of_workspace and m.sequence = any (emptied);

    return query
    select s, erasure, listed_in, sha256(convert_to(form, 'UTF8')), x.actor, x.correlation_id
    from unnest(emptied) s, (
        select distinct x.actor, x.correlation_id from audit_erased x
        where x.workspace_id = of_workspace and x.erased_by = erasure) x;
end
$$;

revoke all on function redact_erased(uuid, bigint, integer), note_mentions() from public;
grant execute on function redact_erased(uuid, bigint, integer) to ${runtimeRole};
grant select on audit_redaction to ${runtimeRole};
