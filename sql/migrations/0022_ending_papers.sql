-- A paper for each act that ends, changes or prolongs a permit, or puts its decision off (行政许可法 8, 42, 50, 69, 70; 行政处罚法 9).
alter type document_kind add value 'extension_notice';
alter type document_kind add value 'revocation';
alter type document_kind add value 'withdrawal';
alter type document_kind add value 'penalty';
alter type document_kind add value 'deregistration';
alter type document_kind add value 'change_approval';
alter type document_kind add value 'change_refusal';
alter type document_kind add value 'renewal_approval';
alter type document_kind add value 'renewal_refusal';
