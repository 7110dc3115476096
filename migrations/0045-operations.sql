-- What a readiness check and the measurements ask, without a right on the tables of the owner: numbers, and nobody's data.

create function readiness(out last_migration text, out worker_silence double precision)
  language sql stable security definer set search_path = pg_catalog as $$
  select (select max(name) from platform.migrations),
    (select extract(epoch from now() - max(seen_at)) from platform.workers)
$$;

create function count_jobs()
  returns table (task text, due bigint, running bigint, failing bigint, given_up bigint, oldest_seconds double precision)
  language sql stable security definer set search_path = pg_catalog as $$
  select task_identifier,
    count(*) filter (where locked_at is null and run_at <= now() and attempts < max_attempts),
    count(*) filter (where locked_at is not null),
    count(*) filter (where attempts > 0 and attempts < max_attempts),
    count(*) filter (where attempts >= max_attempts),
    coalesce(extract(epoch from now() - min(run_at) filter (where locked_at is null and attempts < max_attempts and run_at <= now())), 0)
  from graphile_worker.jobs group by 1
$$;

revoke execute on function readiness(), count_jobs() from public;
grant execute on function readiness(), count_jobs() to guichet_app;

create index mails_on_their_way on mails (state, queued_at) where state in ('queued', 'failed');
