-- Who a person is at the OpenID Connect issuer: bound the first time they come from there, then for good.
alter table person
  add column oidc_issuer  text,
  add column oidc_subject text,
  add unique (district_code, oidc_issuer, oidc_subject);

-- A link that went to the wrong hands is taken back before it is used.
alter table invitation add column withdrawn_at timestamptz;
