-- Which tables of this schema could not be distributed by district_code, and why. No row back: ready.
-- Shared tables (reference tables when distributed) are listed once, here and in docs/operations.md.
with cfg as (select 'district_code'::name as key, array['admin_area','calendar_version','calendar_day','rule','dictionary_entry','setting','schema_step','spatial_ref_sys']::name[] as shared),
t as (select c.oid, c.relname, c.relname = any(cfg.shared) as shared, (select a.attnum from pg_attribute a where a.attrelid=c.oid and a.attname=cfg.key and not a.attisdropped) as k
      from pg_class c join pg_namespace n on n.oid=c.relnamespace, cfg where n.nspname='public' and c.relkind in ('r','p') and not c.relispartition
      and not exists (select 1 from pg_depend d where d.classid='pg_class'::regclass and d.objid=c.oid and d.deptype='e')),
v as (
 select relname, 'no distribution column and not listed as shared' as problem from t where not shared and k is null
 union all select t.relname, 'distribution column is nullable' from t join pg_attribute a on a.attrelid=t.oid and a.attnum=t.k where not t.shared and not a.attnotnull
 union all select relname, 'no primary key' from t where not exists (select 1 from pg_constraint x where x.conrelid=t.oid and x.contype='p')
 union all select t.relname, 'unique index without the distribution column: '||i.indexrelid::regclass from t join pg_index i on i.indrelid=t.oid where not t.shared and (i.indisunique or i.indisexclusion) and not (t.k = any(i.indkey[0:i.indnkeyatts-1]))
 union all select t.relname, 'exclusion constraint where the distribution column is not compared by =: '||x.conname from t join pg_constraint x on x.conrelid=t.oid and x.contype='x' where not t.shared and not exists (select 1 from unnest(x.conkey,x.conexclop) u(col,op) join pg_operator o on o.oid=u.op where u.col=t.k and o.oprname='=')
 union all select t.relname, 'foreign key to a distributed table that does not pair the distribution columns: '||x.conname from t join pg_constraint x on x.conrelid=t.oid and x.contype='f' join t r on r.oid=x.confrelid where not t.shared and not r.shared and not exists (select 1 from unnest(x.conkey,x.confkey) u(a,b) where u.a=t.k and u.b=r.k)
 union all select t.relname, 'foreign key from a shared table to a distributed one: '||x.conname from t join pg_constraint x on x.conrelid=t.oid and x.contype='f' join t r on r.oid=x.confrelid where t.shared and not r.shared
 union all select t.relname, 'ON DELETE/UPDATE SET NULL or SET DEFAULT on a key with the distribution column: '||x.conname from t join pg_constraint x on x.conrelid=t.oid and x.contype='f' where not t.shared and (x.confdeltype in ('n','d') or x.confupdtype in ('n','d')) and t.k = any(x.conkey)
 union all select t.relname, 'trigger: '||g.tgname from t join pg_trigger g on g.tgrelid=t.oid where not g.tgisinternal
 union all select t.relname, 'row security policy with a subquery: '||p.polname from t join pg_policy p on p.polrelid=t.oid where pg_get_expr(p.polqual,p.polrelid) ~* '\mselect\M' or pg_get_expr(p.polwithcheck,p.polrelid) ~* '\mselect\M'
 union all select t.relname, 'sequence narrower than bigint: '||s.seqrelid::regclass from t join pg_depend d on d.refobjid=t.oid and d.deptype in ('a','i') and d.classid='pg_class'::regclass join pg_sequence s on s.seqrelid=d.objid where not t.shared and s.seqtypid<>'bigint'::regtype
 union all select t.relname, 'inheritance' from t join pg_inherits h on h.inhrelid=t.oid join pg_class pc on pc.oid=h.inhparent and pc.relkind='r'
)
select relname, problem from v order by 1,2;
