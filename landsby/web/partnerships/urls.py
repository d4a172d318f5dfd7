from django.urls import path

from landsby.web.partnerships import views
from landsby.web.partnerships.views import log

app_name = "partnerships"

urlpatterns = [
    path("p/<slug:slug>/places/", views.places, name="places"),
    path("p/<slug:slug>/places/join/", views.join, name="join"),
    path("p/<slug:slug>/communities/new/", views.new_community, name="new_community"),
    path("communities/<int:pk>/", views.community, name="community"),
    path("communities/<int:pk>/change/", views.change_of_community, name="change_community"),
    path("communities/<int:pk>/choice/", views.choice_of_community, name="choice"),
    path("communities/<int:pk>/place/", views.place_in_community, name="place_actors"),
    path("p/<slug:slug>/actors/", views.actors, name="actors"),
    path("p/<slug:slug>/actors/export/<str:form>/", views.export_actors, name="export"),
    path("p/<slug:slug>/actors/new/", views.new_actor, name="new_actor"),
    path("actors/<int:pk>/", views.actor, name="actor"),
    path("actors/<int:pk>/change/", views.change_of_actor, name="change_actor"),
    path("actors/<int:pk>/rename/", views.rename, name="rename"),
    path("actors/<int:pk>/close/", views.close, name="close"),
    path("actors/<int:pk>/merge/", views.merge, name="merge"),
    path("actors/<int:pk>/reopen/", views.reopen, name="reopen"),
    path("actors/<int:pk>/contacts/new/", views.new_contact, name="new_contact"),
    path("actors/<int:pk>/contacts/<int:contact>/change/", views.contact_change, name="change_contact"),
    path("actors/<int:pk>/contacts/<int:contact>/end/", views.contact_end, name="end_contact"),
    path("p/<slug:slug>/people/", views.people, name="people"),
    path("p/<slug:slug>/people/new/", views.choose_role, name="choose_role"),
    path("p/<slug:slug>/people/new/<str:key>/", views.new_person, name="new_person"),
    path("p/<slug:slug>/people/new/<str:key>/places/", views.places_found, name="places_found"),
    path("p/<slug:slug>/invitations/<int:pk>/renew/", views.invitation_renew, name="renew_invitation"),
    path("p/<slug:slug>/invitations/<int:pk>/withdraw/", views.invitation_withdraw, name="withdraw_invitation"),
    path("invitations/<str:token>/", views.invitation, name="invitation"),
    path("p/<slug:slug>/people/<int:pk>/end/", views.membership_end, name="end_membership"),
    path("p/<slug:slug>/import/", views.start_import, name="import"),
    path("p/<slug:slug>/import/<int:pk>/columns/", views.import_columns, name="import_columns"),
    path("p/<slug:slug>/import/<int:pk>/kinds/", views.import_kinds, name="import_kinds"),
    path("p/<slug:slug>/import/<int:pk>/preview/", views.import_preview, name="import_preview"),
    path("p/<slug:slug>/import/<int:pk>/apply/", views.import_apply, name="import_apply"),
    path("p/<slug:slug>/import/<int:pk>/give-up/", views.import_give_up, name="import_give_up"),
    path("p/<slug:slug>/log/", log.log, name="log"),
    path("p/<slug:slug>/log/export/<str:form>/", log.export_log, name="log_export"),
]
