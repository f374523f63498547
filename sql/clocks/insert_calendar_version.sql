-- A newly published state of the calendar. No row back: this notice is known already.
insert into calendar_version (version, jurisdiction, published_on, known_from, known_until, source)
values (:version, :jurisdiction, :published_on, :known_from, :known_until, :source)
on conflict (version) do nothing
returning version
