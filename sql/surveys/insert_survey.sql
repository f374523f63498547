-- Keeps a survey as the next of its site. No row back: someone else handed one in first.
insert into survey (district_code, id, project_id, site_id, version, crs, depth_m, length_m, width_m, evidence, surveyed_at, handed_in_at,
                    organisation_id, promoter_id, contractor_id)
values (:district_code, :id::uuid, :project_id, :site_id, :version, :crs, :depth_m, :length_m, :width_m, :evidence::uuid[], :surveyed_at, :now,
        :organisation_id, :promoter_id, :contractor_id)
on conflict (district_code, site_id, version) do nothing
returning id, version
