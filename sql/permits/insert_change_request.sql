-- What the holder of a permit asks of it, still a draft.
insert into change_request (district_code, id, permit_id, project_id, reference, kind, status, reason, valid_from, valid_to, geom,
                            authority_id, promoter_id, contractor_id, created_at, updated_at)
values (:district_code, :id, :permit_id, :project_id, :reference, :kind, 'draft', :reason, :valid_from::date, :valid_to::date,
        st_multi(st_setsrid(st_geomfromgeojson(:geometry), 4490)), :authority_id, :promoter_id, :contractor_id, :now, :now)
