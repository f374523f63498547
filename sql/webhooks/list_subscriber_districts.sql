-- Home districts of whoever subscribes. Nationwide on purpose: an event concerns organisations of any district. No order.
select distinct district_code from subscription where state = 'active'
