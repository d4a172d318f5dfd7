from django.urls import path

from landsby.web.courses import views

app_name = "courses"

urlpatterns = [
    path("p/<slug:slug>/courses/", views.offer_list, name="list"),
    path("p/<slug:slug>/courses/new/", views.new_offer, name="new"),
    path("p/<slug:slug>/hours/", views.hours_list, name="hours"),
    path("p/<slug:slug>/hours/export/<str:form>/", views.export_hours, name="hours_export"),
    path("p/<slug:slug>/hours/hand-in/", views.hand_in, name="hand_in"),
    path("p/<slug:slug>/hours/approve/", views.approve, name="approve"),
    path("p/<slug:slug>/hours/sums/", views.sums, name="sums"),
    path("p/<slug:slug>/hours/sums/export/<str:form>/", views.export_sums, name="sums_export"),
    path("courses/<int:pk>/", views.offer_page, name="offer"),
    path("courses/<int:pk>/change/", views.offer_change, name="change"),
    path("courses/<int:pk>/close/", views.offer_close, name="close"),
    path("courses/<int:pk>/times/new/", views.window_new, name="window_new"),
    path("courses/<int:pk>/sign-up/", views.sign_up_to, name="sign_up"),
    path("times/<int:pk>/remove/", views.window_remove, name="window_remove"),
    path("sign-ups/<int:pk>/", views.sign_up_page, name="signed_up"),
    path("sign-ups/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("sign-ups/<int:pk>/place/", views.place, name="place"),
    path("hours/<int:pk>/send-back/", views.send_back, name="send_back"),
    path("hours/<int:pk>/correct/", views.correct, name="correct"),
]
