-- The hand-over of one permit's file, or no row.
select h.district_code, h.id, h.permit_id, h.project_id, h.status, h.unit_id, h.authority_id, h.promoter_id, h.contractor_id, h.handed_at,
       h.signed_at, h.signed_by, h.version
  from handover h where h.district_code = :district_code and h.permit_id = :permit_id
