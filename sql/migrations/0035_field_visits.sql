-- A visit made without a network is written down later: inspected_at stays when it was, recorded_at says when it arrived. When the inspector was at the site first, and
-- what was drawn there (CGCS2000 lon,lat).
alter table inspection add column started_at timestamptz, add column sketch geometry(Geometry, 4490);
